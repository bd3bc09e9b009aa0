import type { Outcome } from "../../../../channels/channel.ts";
import { placeKey } from "../../../../channels/place.ts";
import { conversations } from "../../../../conversations/conversation.ts";
import type { Response } from "../../../../rounds/response.ts";
import { nearestCommand } from "../../../commands/read-command.ts";
import { beginsAsSmallTalk } from "../../../commands/small-talk.ts";
import { plan } from "../../../converse.ts";
import type { Said, Turn } from "../../../turn.ts";
import { readContactLine } from "../../contacts/line/heard-contact.ts";
import { takePasted } from "../importing/import-turn.ts";
import { addByText } from "./add-turn.ts";
import { linesOf, readNames } from "./read-names.ts";

/** Under this key a private conversation notes when its person was asked for customers. */
export const NAMES_ASKED = "customers-asked";
/** And under this one when they gave a list of them: after that a single line is something else. */
const NAMES_GIVEN = "customers-given";

const HOUR_MS = 60 * 60 * 1000;
/** A list may be gathered for days; a single line says something else an hour later. */
const AWAITED_MS = { list: 7 * 24 * HOUR_MS, line: HOUR_MS } as const;
const LONGEST_LINE = 100;
const MOST_WORDS = 8;

/** Asks for customers, one a line: what is written next is read as their names. */
export async function askNames(turn: Turn): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  const tell = { kind: "register-ask" } as const;
  const asked = await plan(turn, place, [{ place, how: { kind: "post" }, tell }], { told: [NAMES_ASKED] });
  const elsewhere = turn.incoming.place.kind !== "private" && asked.kind === "taken";
  return elsewhere ? { kind: "taken", notice: turn.say("turn.answerInPrivate"), inPrivate: true } : asked;
}

/**
 * Takes what somebody writes as the customers whom they were asked for, or rows that they pasted. Undefined where nobody asked, where a question was asked after that, and
 * where it does not look like names.
 */
export async function namesAwaited(turn: Said, focus: Response | undefined): Promise<Outcome | undefined> {
  const { ports, incoming, person, event } = turn;
  const pasted = await takePasted(turn);
  if (pasted) return pasted;
  const lines = linesOf(incoming.text);
  // While a question waits, one line is its answer.
  if (lines.length < (focus ? 2 : 1) || !looksLikeNames(lines)) return undefined;
  const conversation = await ports.store.get(conversations, placeKey({ kind: "private", person: person._id }));
  const askedAt = conversation?.told[NAMES_ASKED];
  const isList = lines.length > 1;
  if (!conversation || askedAt === undefined || (focus?.touchedAt ?? 0) > askedAt) return undefined;
  if (event.now - askedAt > (isList ? AWAITED_MS.list : AWAITED_MS.line)) return undefined;
  if (!isList && ((conversation.told[NAMES_GIVEN] ?? 0) > askedAt || (await readContactLine(turn, incoming.text))))
    return undefined;
  if (readNames(incoming.text, null).customers.length === 0) return undefined;
  if (isList)
    await ports.store.change(conversations, conversation._id, { set: { [`told.${NAMES_GIVEN}`]: event.now } });
  return addByText(turn, incoming.text);
}

function looksLikeNames(lines: readonly string[]): boolean {
  const [first = ""] = lines;
  if (lines.length === 1 && (beginsAsSmallTalk(first) || nearestCommand(first) !== undefined)) return false;
  return lines.every((line) => {
    const [name = ""] = line.split(/[,;\t]/u);
    return line.length <= LONGEST_LINE && name.split(/\s+/u).length <= MOST_WORDS && !/[?!]$/u.test(line);
  });
}
