export const roundFi = {} as const;
