import { z } from "zod";

const at = { section: z.string().max(40).optional(), page: z.int().min(0).max(10_000).optional() };

/** One's own page, whole, or one page of one of its sections. Tapped on the page itself, it turns; tapped elsewhere, that message becomes it. */
export const homeActions = [z.strictObject({ kind: z.literal("home"), ...at })] as const;

/** A page of a person's Home, drawn from what stands when it is sent. */
export const homeTells = [z.strictObject({ kind: z.literal("home"), ...at })] as const;
