export const assessmentEn = {} as const;
