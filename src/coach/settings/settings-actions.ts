import { z } from "zod";

/** One's own settings. What a team or the company sets comes beside these. */
export const settingsActions = [
  /** Opens the form of all of them. */
  z.strictObject({ kind: z.literal("settings") }),
  z.strictObject({ kind: z.literal("save-settings") }),
  /** "Palasin": not away any more. */
  z.strictObject({ kind: z.literal("here-again") }),
  /** "Jatka muistutuksia": the weekly message comes again as it did before it was stopped. */
  z.strictObject({ kind: z.literal("hear-again") }),
  z.strictObject({ kind: z.literal("manager-sees") }),
] as const;

export const settingsTells = [
  /** What stands, with the ways to change it. */
  z.strictObject({ kind: z.literal("settings") }),
  /** "Mitä esihenkilö näkee". */
  z.strictObject({ kind: z.literal("manager-sees") }),
] as const;
