// Entries of tables that many examples share: a year of fifteen requests, of eight disputes, of five documents.

/** 15 requests received (12 by persons, 3 by businesses), 2 carried in; 8 granted, 3 partly, 2 denied: 13 settled, 4 carried out. */
export const FIFTEEN_REQUESTS = {
  t3: 0,
  't3.newReceived.natural': 12,
  't3.newReceived.business': 3,
  't3.carriedIn.natural': 2,
  't3.r.granted.natural': 8,
  't3.r.partial.business': 3,
  't3.r.denied.enforcementFile.natural': 2,
} as const;

/** 5 reviews (3 upheld, 1 corrected, 1 pending), 2 lawsuits without and 1 after a review, all upheld. */
export const EIGHT_DISPUTES = {
  't4.review.upheld': 3,
  't4.review.corrected': 1,
  't4.review.other': 0,
  't4.review.pending': 1,
  't4.litDirect.upheld': 2,
  't4.litDirect.corrected': 0,
  't4.litDirect.other': 0,
  't4.litDirect.pending': 0,
  't4.litAfter.upheld': 1,
  't4.litAfter.corrected': 0,
  't4.litAfter.other': 0,
  't4.litAfter.pending': 0,
} as const;

/** 5 normative documents made, 2 repealed, 12 in force; 136 licences decided. */
export const FIVE_DOCUMENTS = {
  't2.art20_1.normative.issued': 5,
  't2.art20_1.normative.repealed': 2,
  't2.art20_1.normative.inForce': 12,
  't2.art20_5.licensing.decisions': 136,
} as const;
