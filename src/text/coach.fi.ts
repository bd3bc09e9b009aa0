export const coachFi = {} as const;
