import { z } from "zod";

const team = z.string().max(100);

export const teamActions = [
  /** A team's settings; without a team the person's own is found or asked. */
  z.strictObject({ kind: z.literal("team-settings"), team: team.optional() }),
  z.strictObject({ kind: z.literal("team-form"), team }),
  z.strictObject({ kind: z.literal("team-save"), team }),
] as const;
const schema = z.discriminatedUnion("kind", teamActions);
export type TeamButton = z.infer<typeof schema>;

export const teamTells = [
  z.strictObject({ kind: z.literal("team-settings"), team }),
  /** Whose settings: of someone in several teams. */
  z.strictObject({ kind: z.literal("which-team"), teams: z.array(team) }),
] as const;
