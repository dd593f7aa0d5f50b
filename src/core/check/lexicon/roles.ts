// What organs of a kind do not do by law or by custom, as such reports say it when they were copied from another's.
import type { OrganKind } from '../../model/vocabulary.ts';

/** Words that organs of some kinds do not rightly say of themselves. */
export interface Role {
  readonly pattern: RegExp;
  readonly kinds: readonly OrganKind[];
  /** Organs whose names match may say so. */
  readonly except?: RegExp;
  readonly reason: string;
  readonly mild?: true;
}

/** Patterns, since the objects between verb and noun vary. */
export const ROLES: readonly Role[] = [
  {
    pattern:
      /(?:建立|建成|开通|建设|开设|创建)(?:了|好)?(?:本级|独立的?|本[乡镇街道办]{1,2}|我[乡镇街道办]{1,2}|[乡镇]|街道)?(?:政府信息公开|政务公开|政府)(?:门户)?网站(?!的?(?:专栏|栏目|专区|链接|子))/g,
    kinds: ['township', 'subdistrict'],
    reason: '乡镇、街道一般不单独开设政府网站',
  },
  {
    pattern:
      /(?:负责|主管|统筹|具体承担)?(?:推进、|组织、)?(?:指导|协调|监督|督促)(?:、(?:指导|协调|监督|推进|督促)){0,3}(?:全县|全市|全区|全省|全州|全旗|本县|本市|本区|本行政区域)(?:的)?(?:政府信息公开|政务公开)工作/g,
    kinds: ['township', 'subdistrict', 'department', 'institution'],
    except: /政务服务|政务公开|行政审批|审批服务|大数据|数据|办公[室厅]|信息中心|营商|电子政务/,
    reason: '推进、指导、协调、监督本行政区域政府信息公开工作，是县级以上政府办公厅（室）或其确定的主管部门的职责',
  },
  {
    pattern:
      /(?:加大对|加强对|强化对|对|指导|协调|监督|推进)全[市省州](?:各级)?(?:的)?(?:政府信息公开|政务公开)工作(?:的)?(?:推进|指导|协调|监督|组织|管理|考核)/g,
    kinds: ['government', 'office'],
    except: /[省市州盟](?:人民)?(?:政府)?(?:办公[室厅])?$|^[\u4e00-\u9fff]{2,4}地区|新区/,
    reason: '指导全市（州、省）的公开工作是上级政府的职责',
  },
  {
    pattern:
      /(?:对|组织|督促|指导)(?:全县|全市|全区)?各(?:乡镇|镇街|乡镇街道|乡（镇）|县（市、区）|县区)(?:（街道）|、街道|、各部门|和部门)?[^，。；]{0,10}(?:政务公开|政府信息公开)工作(?:进行|开展)?(?:考核|检查|督查|通报|培训|指导)/g,
    kinds: ['township', 'subdistrict'],
    reason: '乡镇、街道没有下级乡镇',
  },
  {
    pattern: /(?:制定|出台|发布|印发)(?:了)?(?:政府|地方性?)规章(?!制度)/g,
    kinds: ['township', 'subdistrict', 'department', 'institution', 'zone'],
    except: /省|部|总局|委员会|署|自治区/,
    reason: '没有规章制定权',
  },
  {
    pattern: /(?:召开|举行)(?:了)?(?:县|市|区)政府常务会议?(?:，|、)?(?:专题)?(?:研究|听取)/g,
    kinds: ['township', 'subdistrict', 'department', 'institution'],
    except: /办公[室厅]/,
    reason: '县级以上政府常务会议由本级政府召开',
    mild: true,
  },
];
