export const assessmentFi = {} as const;
