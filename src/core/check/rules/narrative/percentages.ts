// Shares said in the text: the percentage follows from its numbers.
import { FIFTEEN_REQUESTS } from '../../examples/entries.ts';
import { specimen } from '../../examples/specimen.ts';
import { judgeStatements } from '../../text/judge-statements.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'N-PCT',
  title: '百分比计算错误',
  severity: 'hint',
  scope: 'report',
  editions: 'all',
  basis: '《中华人民共和国政府信息公开条例》第六条（准确地公开政府信息）；正文前后的数字应当一致。',
  why: '按正文或表三的数字计算，百分比与所写的不同。',
  remedy: '重新计算百分比，写明以什么数为基数，如“占办理结果总数的60%”。',
  falseAlarms: '基数可有多种：办理结果总计、新收、新收加结转、本句总数，其中一种相符即可；四舍五入和截尾都可以。',
  examples: () => ({
    passes: [
      {
        title: '以本句的总数为基数，四舍五入',
        report: specimen({
          entries: { t3: 0, 't3.newReceived.natural': 44, 't3.r.granted.natural': 17, 't3.r.unable.notHeld.natural': 27 },
          text: { s1: ['收到政府信息公开申请44件，予以公开17件，占38.6%。'] },
        }),
      },
      { title: '写明占总数多少', report: specimen({ text: { s1: ['发布信息400条，网站发布300条，占总数400条的75%。'] } }) },
      { title: '整数各项截尾后不足100%', report: specimen({ text: { s1: ['公开信息中，动态类占50%，公告类占30%，政策类占18%。'] } }) },
      { title: '各项之和因进位多出0.1', report: specimen({ text: { s1: ['公开信息中，动态类占52.5%，公告类占30.1%，政策类占17.5%。'] } }) },
      { title: '各项有重叠', report: specimen({ text: { s1: ['解读材料中，文字占80%，图片占70%，视频占20%。'] } }) },
      {
        title: '以总数为基数',
        report: specimen({ text: { s1: ['全年公开政府信息500条，其中动态信息300条，占60%，公示公告200条，占40%。'] } }),
      },
      {
        title: '以办理结果为基数',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['政府信息公开申请中，予以公开8件，占61.5%。'] },
        }),
      },
      {
        title: '总数在上一段，截尾',
        report: specimen({ text: { s1: ['全年公开信息640条。', '其中网站公开211条，占比32.97%；公众号公开429条，占比67.03%。'] } }),
      },
      {
        title: '上一段的数不是基数',
        report: specimen({ text: { s1: ['全年公开信息640条。', '政策类110条，占比33.33%；公告类190条，占比57.58%。'] } }),
      },
      { title: '截尾', report: specimen({ text: { s1: ['全年公开政府信息12条，其中公文5条，占41%，其他7条，占58%。'] } }) },
      {
        title: '以表三新收为基数',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['政府信息公开申请中，不予公开2件，占13.3%。'] },
        }),
      },
    ],
    fails: [
      {
        title: '占某个数的百分之几',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['自然人申请12件，占政府信息公开申请15件的85.0%。'] } }),
      },
      {
        title: '“中”字引出的分项',
        report: specimen({ entries: FIFTEEN_REQUESTS, text: { s1: ['政府信息公开申请15件中，通过网络申请6件，占60.0%。'] } }),
      },
      { title: '写明占总数多少而算错', report: specimen({ text: { s1: ['发布信息400条，网站发布300条，占总数400条的70%。'] } }) },
      { title: '整数各项之和为103%', report: specimen({ text: { s1: ['公开信息中，动态类占52%，公告类占31%，政策类占20%。'] } }) },
      { title: '各项之和超过100%', report: specimen({ text: { s1: ['公开信息中，动态类占52.5%，公告类占30.1%，政策类占27.4%。'] } }) },
      {
        title: '总数在上一段',
        report: specimen({ text: { s1: ['全年公开信息640条。', '从渠道看，网站公开211条，占比32.97%；公众号公开429条，占比67.13%。'] } }),
      },
      { title: '第二项算错', report: specimen({ text: { s1: ['发布信息200条，网站发布120条，占比60%；微信发布80条，占比45%。'] } }) },
      { title: '算错', report: specimen({ text: { s1: ['全年公开政府信息500条，其中动态信息300条，占65%，公示公告200条，占40%。'] } }) },
      {
        title: '哪个基数都不符',
        report: specimen({
          entries: FIFTEEN_REQUESTS,
          text: { s1: ['政府信息公开申请中，予以公开8件，占72.1%。'] },
        }),
      },
    ],
  }),
  check: (context) => judgeStatements(context, 'N-PCT', 'hint'),
});
