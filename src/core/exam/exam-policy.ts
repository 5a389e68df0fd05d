/** What becomes of cases that a pull request removes or changes: the setting `exam-changes`. */
export const examPolicies = ['ratchet', 'strict', 'allow'] as const;
export type ExamPolicy = (typeof examPolicies)[number];
