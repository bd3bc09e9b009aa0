import { z } from "zod";

const flow = z.string().max(100);
const team = z.string().max(100);

/** Buttons about a person's own records. */
export const ownActions = [
  /** Begins an own record, or goes on with the one that is open; `team` where the flow looks at a team's answers or people. */
  z.strictObject({ kind: z.literal("start-own"), flow, team: team.optional() }),
  /** Opens the form of a new action, filled in with the answers that the flow names for it. */
  z.strictObject({ kind: z.literal("own-action"), round: z.string().max(200) }),
] as const;

/** What the coach has to tell of own records. */
export const ownTells = [
  /** The offer to start a flow for oneself alone, or, where the flow allows it, with the team. */
  z.strictObject({ kind: z.literal("own-offer"), flow: z.string() }),
] as const;
