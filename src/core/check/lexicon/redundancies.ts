// Words that say the same thing twice, with the shorter form.
import { phrases } from './phrase.ts';

/** The long form, then the short one. */
export const REDUNDANCIES = phrases(`
要求责令 责令
凯旋归来 凯旋
涉及到 涉及
悬殊很大 悬殊
大约左右 左右
约左右 左右
大概左右 左右
超过以上 超过
高达以上 高达
目前现在 目前
目前为止现在 目前为止
进一步更加 进一步
更加进一步 更加
再次重申 重申
共同协商 协商
互相协作配合 协作配合
相互协商 协商
首先第一 首先
最后最终 最后
可以能够 能够
必须务必 务必
必须一定 必须
非常十分 十分
更加更 更加
全部都已 都已
通过借助 借助
由于因为 因为
根据按照 按照
原因是因为 原因是
原因是由于 原因是
目的是为了 目的是
之所以是因为 之所以
为了以 为了
防止不 防止 防止不良 防止不法 防止不正 防止不当
避免不 避免 避免不必 避免不良 避免不当 避免不了
提前预先 预先
预先告知预 预先告知
亲自亲 亲自
广大群众们 广大群众
人民群众们 人民群众
各单位们 各单位
政府信息公开信息 政府信息
信息公开信息 公开信息
公开公布 公布
发布公布 公布
公布公示 公示
宣传宣讲 宣讲
等等诸多 诸多
等等方面 等方面
包括等 等
等之类 等
截至目前为止 截至目前
截止目前为止 截至目前
迄今为止至今 迄今为止
从而以 从而
以便于 以便
以达到…的目的 以达到
切实落到实处 落到实处
认真切实 切实
不断持续 持续
持续不断地持续 持续
有所提高了 有所提高
加以进行 加以
进行开展 开展
开展进行 开展
进行了开展 开展了
予以进行 予以
作出进行 作出
多种多样形式 多种形式
丰富多彩多样 丰富多彩
十分极其 极其
较为比较 较为
比较较为 比较
逐渐逐步 逐步
逐步逐渐 逐步
一贯始终 始终
各种各类 各类
各个各 各
每年度每年 每年
本年度当年 本年度
`);

/** Beginnings and ends of a clause that together say it twice: 包含了……等信息 is one thing or the other. */
export const DOUBLED_FRAMES: readonly { readonly open: string; readonly close: string; readonly better: string }[] = [
  { open: '发布包含了', close: '等信息', better: '发布……等信息' },
  { open: '公布包含了', close: '等信息', better: '公布……等信息' },
  { open: '公开包含了', close: '等信息', better: '公开……等信息' },
  { open: '原因是', close: '造成的', better: '由……造成' },
  { open: '原因是', close: '导致的', better: '由……导致' },
  { open: '目的是为了', close: '为目的', better: '以……为目的' },
  { open: '围绕', close: '为中心', better: '围绕……或以……为中心' },
  { open: '围绕着', close: '为重点', better: '围绕……或以……为重点' },
];
