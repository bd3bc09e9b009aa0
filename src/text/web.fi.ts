export const webFi = {} as const;
