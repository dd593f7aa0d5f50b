// What is kept where, what leaves the machine (nothing), which version this is, which keys there are.
import { library } from '../app/library.ts';
import { buildMark, importing, newVersion, offline, showNewVersion } from '../app/offline.ts';
import type { OfflineState } from '../app/offline.ts';
import { hrefOf } from '../app/route.ts';
import { CORE_VERSION } from '../core/version.ts';
import { KeyTable } from './key-help.tsx';
import { SelfCheckSection } from './self-check.tsx';

/** What holds for this way of opening the page, and what is missing in it. */
const OFFLINE: Readonly<Record<OfflineState, string>> = {
  single:
    '这是单个网页文件，全部程序都在这一个文件里，不需要网站，也不会自动更新：换新版本时，用新文件替换旧文件即可，已导入的报告还在原来的浏览器里。这种打开方式不能安装为应用。',
  impossible:
    '当前的打开方式（普通 http 地址，或浏览器较旧）不允许浏览器把程序保存在本机：网站停了就打不开，也不能安装为应用；每次打开都是网站上的最新版本。读取、核验、保存报告不受影响。需要离线使用时，请改用 https 地址或单个网页文件 gouji.html。',
  preparing: '正在把程序完整保存到本机，保存好以后没有网络也能打开。',
  ready:
    '程序已完整保存在本机，网站停了、断了网也能打开；可以用浏览器菜单里的“安装”把它装成应用。网站有新版本时只会提示，点了“更新”才会换上。',
  failed: '这一次没能把程序完整保存到本机（空间不够、网络中断，或浏览器不允许），打开时仍需要网站。下次打开会再试。',
};

export function AboutPage() {
  const local = location.protocol === 'file:';
  const originals = library.files.value.filter((file) => file.keepsOriginal).length;
  return (
    <section class="sheet about">
      <h1>关于勾稽</h1>
      <p>
        勾稽用来核对政府信息公开工作年度报告：读出报告的六个部分和三张表，逐格核对数字是否平衡、结构是否完整，指出问题在哪一格、依据是什么。
        {/* no space */}
        它只提示，不改动原文；结论以原件和人工核对为准。
      </p>

      <h2>什么会离开这台计算机</h2>
      <p>
        <b>什么都不会。</b>文件的读取、核对、保存都在本机的浏览器里完成，没有服务器接收任何内容。页面自带的安全策略禁止它向外发送数据；
        {/* no space */}
        拔掉网线也能照常使用。
      </p>
      <p>涉密文件不得在联网计算机上处理。</p>

      <SelfCheckSection />

      <h2>什么保存在哪里</h2>
      <ul>
        <li>
          导入的报告、核验结果、手工改正、处理记录、规则设置和文件副本，保存在<b>本机当前浏览器</b>的数据库里（
          {library.loadState.value.state === 'opening'
            ? '正在打开'
            : `现有 ${library.summaries.value.length} 份报告、${library.files.value.length} 个文件，其中 ${originals} 个留有副本`}
          ）。换一台计算机、换一个浏览器，都看不到。
        </li>
        <li>字号、颜色等习惯也保存在本机浏览器里。</li>
        <li>
          在列表页点“清空全部”，上述内容连同处理记录全部从本机删除（20
          秒内可以撤销；关闭页面即最终删除）。清除浏览器数据也会把它们删掉，所以请保留好原文件，或在“设置”页保存备份。
        </li>
        {local && (
          <li>
            <b>您现在是从本机文件打开本页的：</b>同一个浏览器里打开的其他本机网页文件，也能读到这个数据库。请不要打开来历不明的网页文件；
            {/* no space */}
            公用计算机上用完后请清空，或在“<a href={hrefOf({ page: 'settings', rule: null })}>设置</a>”里选择不保存原件、关闭即清除。
          </li>
        )}
        {!local && <li>如果把本工具下载为单个网页文件、从本机直接打开：同一个浏览器里打开的其他本机网页文件也能读到其数据库，请留意。</li>}
      </ul>

      <h2>什么叫“未核验”</h2>
      <p>
        有的单元格没有读到，有的不能确定是哪一格，有的规则不适用。这些内容一律写明“未核验”或“存疑”，<b>不会算作通过</b>。空白、没有读到和 0
        是三回事，不会互相代替；表中印的数字也不会被算出来的数字替换。
      </p>

      <h2>快捷键</h2>
      <KeyTable />

      <h2>离线使用与更新</h2>
      <p>{OFFLINE[offline.value]}</p>
      {newVersion.value && (
        <p class="actions">
          <button type="button" class="button" disabled={importing.value} onClick={() => void showNewVersion()}>
            换上新版本
          </button>
        </p>
      )}

      <h2>版本</h2>
      <p>
        程序版本 {String(import.meta.env['VITE_VERSION'])}
        {buildMark && `（构建 ${buildMark}）`}，核验程序版本 {CORE_VERSION}
        。规则或读取方法更新后，已保存的报告会自动重新核验，不需要重新导入。
      </p>
    </section>
  );
}
