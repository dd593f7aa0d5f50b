// How organs speak of themselves: 我局, 本委, 我乡 … with the ends of names they fit and the words they must not be taken from.

/** A class word that follows 我 or 本. */
export interface SelfName {
  /** What follows 我 or 本. */
  readonly noun: string;
  /** An organ whose name matches may say so. */
  readonly fits: RegExp;
  /** What follows shows that it is another word: 我办理, 本局面. */
  readonly after?: string;
  /** 本 is not used with it, or means something else (本办法). */
  readonly onlyMy?: true;
}

/** Longest first: 我管委会 before 我管. */
export const SELF_NAMES: readonly SelfName[] = [
  { noun: '管委会', fits: /管理委员会|管委会|[新园]区|开发区|高新区|示范区|度假区|保税区/ },
  { noun: '街道', fits: /街道|办事处/ },
  { noun: '中心', fits: /中心|站|所|局|委员会|办公室|院/, after: '城区校组小任线' },
  { noun: '支队', fits: /支队|总队|局/ },
  { noun: '大队', fits: /大队|支队|总队|局/ },
  { noun: '总队', fits: /总队|局|厅/ },
  { noun: '局', fits: /局|署|专卖|税务|分中心|公安|海关/, after: '部面势限促域' },
  { noun: '委', fits: /委员会|委$|委办|[改健]委|国资委|管委会|工委|教委|住建委|[（(].*委/, after: '托派任员屈婉曲培' },
  { noun: '厅', fits: /厅/, after: '堂室级' },
  { noun: '乡', fits: /乡|苏木/, after: '村镇愁土亲音' },
  { noun: '镇', fits: /镇/, after: '静定压守村' },
  { noun: '院', fits: /院/, after: '落士校长系内外' },
  { noun: '校', fits: /学校|大学|学院|中学|小学|校|职教|教育/, after: '对准正验验园外内级' },
  { noun: '办', fits: /办|办公室|政府|管委会|指挥部/, after: '法理事公案结证件学好完成得' },
  { noun: '署', fits: /署/, after: '名' },
  { noun: '社', fits: /社/, after: '会区保交', onlyMy: true },
  { noun: '馆', fits: /馆/, after: '藏员', onlyMy: true },
  { noun: '站', fits: /站/, after: '在点位台所起', onlyMy: true },
  { noun: '队', fits: /队/, after: '伍员', onlyMy: true },
  { noun: '所', fits: /所/, after: '有在能以需谓属做说想知见', onlyMy: true },
  { noun: '处', fits: /处/, after: '理于在罚置境分室', onlyMy: true },
  { noun: '会', fits: /会$|协会|联合会|委员会|工商联|总工会|妇联|残联|红十字/, after: '议员场在要有能把努将不继认积', onlyMy: true },
  { noun: '公司', fits: /公司|集团/ },
  { noun: '银行', fits: /银行/ },
  { noun: '医院', fits: /医院|卫生院|中心/ },
  { noun: '学校', fits: /学校|大学|学院|中学|小学/ },
];

/** Class words of places, 我县 and the like, with the ends of places that may not say so although they stand on the same level. */
export const PLACE_NAMES: readonly { readonly noun: string; readonly foreignTo: RegExp; readonly after: string }[] = [
  { noun: '县', foreignTo: /^(?:[^县旗州盟]{2,8}区)$/, after: '域城级区市' },
  { noun: '区', foreignTo: /^(?:[^区州盟]{2,8}(?:县|旗))$/, after: '域别分块间' },
  { noun: '旗', foreignTo: /^(?:[^旗州盟]{2,8}(?:县|区))$/, after: '帜下舰' },
  { noun: '市', foreignTo: /^$/, after: '场民' },
];

/** Characters before 我 or 本 that make another word of it: 自我, 基本, 样本. */
export const BEFORE_MY = '自忘唯大小敌你无由';
export const BEFORE_OWN = '基样资版成文范脚书日根剧标课原副蓝读户正译抄绘';

/** Kinds of zones, by the short name that stands for one and what names of its organs hold. 新区 may be any of them, so it is none here. */
export const ZONE_NAMES: readonly { readonly short: string; readonly names: RegExp }[] = [
  { short: '经开区', names: /经开区|经济(?:技术)?开发区|经济开发/ },
  { short: '高新区', names: /高新/ },
  { short: '度假区', names: /度假/ },
  { short: '保税区', names: /保税|综保/ },
];
