import { z } from "zod";
import type { Asked } from "../support/choose-answer.ts";

/** What the bench looks at in a message of the web chat. */
export const shownSchema = z.object({
  id: z.string(),
  room: z.string(),
  thread: z.string().nullable(),
  from: z.object({ kind: z.enum(["coach", "person"]) }),
  text: z.string(),
  card: z.unknown().optional(),
});
export type Shown = z.infer<typeof shownSchema>;

/** What stands behind a button: the action as the coach reads it, and the data that goes back with the tap. */
export interface Tappable {
  readonly action: { readonly kind: string; readonly [key: string]: unknown };
  readonly data: { readonly [key: string]: unknown };
}

const dataSchema = z.looseObject({ action: z.string() });
const actionSchema = z.looseObject({ kind: z.string() });
const answerSchema = z.object({
  kind: z.literal("answer"),
  step: z.string(),
  value: z.object({ kind: z.literal("level"), level: z.number() }),
});

/** Everything that can be tapped in a card, in order. */
export function tappables(card: unknown): readonly Tappable[] {
  return nodes(card).flatMap((node) => {
    const { data } = dataSchema.safeParse(node.data);
    return data ? [{ data, action: actionSchema.parse(JSON.parse(data.action)) }] : [];
  });
}

export function tappable(card: unknown, kind: string): Tappable | undefined {
  return tappables(card).find(({ action }) => action.kind === kind);
}

export function askedIn({ card }: Shown): Asked<Tappable> | undefined {
  const options = tappables(card).flatMap((option) => {
    const { data } = answerSchema.safeParse(option.action);
    return data ? [{ step: data.step, level: data.value.level, option }] : [];
  });
  const [first] = options;
  return first && { step: first.step, levels: new Map(options.map(({ level, option }) => [level, option])) };
}

/** What a form holds before anybody touches it: input → value. */
export function standingValues(card: unknown): { readonly [input: string]: string } {
  return Object.fromEntries(
    nodes(card).flatMap((node) =>
      typeof node.type === "string" && node.type.startsWith("Input.") && typeof node.id === "string"
        ? [[node.id, typeof node.value === "string" ? node.value : ""]]
        : [],
    ),
  );
}

interface Node {
  readonly [key: string]: unknown;
}

function nodes(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodes)] : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}
