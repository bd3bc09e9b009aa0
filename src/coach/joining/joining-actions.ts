import { z } from "zod";

/** Two records of one person become one. */
export const joiningActions = [
  z.strictObject({ kind: z.literal("join-people") }),
  z.strictObject({ kind: z.literal("save-join-people") }),
] as const;
