export const roundEn = {} as const;
