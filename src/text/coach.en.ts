export const coachEn = {} as const;
