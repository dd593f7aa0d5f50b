// The one page of instructions that goes along with a release, for the person who unpacks it.

/**
 * @param {string} version
 * @returns {string} plain text with a mark of its encoding and line ends as Notepad of old wants them
 */
export function usage(version) {
  const text = `勾稽 ${version} 使用说明
政府信息公开工作年度报告核验


一、怎样打开（任选一种，都不用安装）

1. 单文件版：双击 gouji.html。
   要用谷歌、Edge、360、QQ 等浏览器打开，内核须为 Chromium 86 以上；双核浏览器请切换到“极速模式”。
   可以复制到优盘或别的计算机上，有这一个文件就够了。

2. 网站版：把 web 文件夹里的全部内容放到任意网站服务器的一个目录下，用浏览器打开该目录的地址。
   网站只需能提供静态文件。地址为 https 时，打开一次后断网也能用，还可以安装为应用；
   地址为普通 http 时，浏览器不允许离线保存，每次打开都需要网站，其余功能一样。
   能设置响应头的服务器，请加上：
     Content-Security-Policy: frame-ancestors 'none'
     X-Content-Type-Options: nosniff
     Referrer-Policy: no-referrer
   换新版本：用新的 web 文件夹整个替换旧的。正在使用的人会看到提示，点了“更新”才会换上。
   要撤掉离线功能：把 web/sw-off.js 改名为 sw.js，替换原来的 sw.js。


二、怎样使用

1. 把年报文件或整个文件夹拖到窗口里，或点“选择文件”；也可以复制网页、Word 里的报告，再按 Ctrl+V。
   没有现成文件时，点“载入示例”看几份虚构的报告。
2. 列表里每份报告写明错误、警告、提示和未核验各有几处。
3. 点开一份报告：左边是原文，右边是问题；点一条问题，就标出它涉及的单元格，并写明算式和依据。
4. 它只指出问题，不改动原文；没有读到、没有核到的写作“未核验”，不算通过。结论以原件和人工核对为准。


三、请注意

· 文件只在本机处理，一个字节也不上传。涉密文件不得在联网计算机上处理。
· 导入的报告和结果保存在当前浏览器里，换浏览器、换计算机就看不到；清除浏览器数据会把它们一并删除，请保留好原文件。
· 用单文件版时，同一浏览器打开的其他本机网页文件也能读到这些数据：请不要打开来历不明的网页文件；
  公用计算机用完后，请在列表页点“清空全部”。


四、怎样确认文件没有被改动

SHA256SUMS 里是每个文件的校验值。Windows 上在命令提示符里运行：
  certutil -hashfile gouji.html SHA256
与 SHA256SUMS 里 gouji.html 一行比对；压缩包本身的校验值请到发布的地方核对。
sbom.cdx.json 是所含软件的清单（CycloneDX），THIRD-PARTY.txt 是它们的许可，LICENSE 是勾稽自身的许可。
`;
  return `\ufeff${text.replaceAll('\n', '\r\n')}`;
}
