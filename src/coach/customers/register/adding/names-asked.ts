import type { Outcome } from "../../../../channels/channel.ts";
import type { Response } from "../../../../rounds/response.ts";
import { nearestCommand } from "../../../commands/read-command.ts";
import { beginsAsSmallTalk } from "../../../commands/small-talk.ts";
import { plan } from "../../../converse.ts";
import type { Said, Turn } from "../../../turn.ts";
import { readContactLine } from "../../contacts/line/heard-contact.ts";
import { takePasted } from "../importing/import-turn.ts";
import { inPrivate, toldInPrivate } from "../in-private.ts";
import { addByText } from "./add-turn.ts";
import { endNamesPrompt, NAMES_ASKED, namesPrompt } from "./names-prompt.ts";
import { isPlainName } from "./plain-name.ts";
import { linesOf, readNames } from "./read-names.ts";

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
  return toldInPrivate(turn, asked);
}

/**
 * Takes what somebody writes as the customers whom they were asked for, or rows that they pasted: a list, or right after the question a line that is a
 * name beyond doubt; of any other line it is asked. Undefined where nobody asked, where a question was asked after that, and where it does not look like names.
 */
export async function namesAwaited(turn: Said, focus: Response | undefined): Promise<Outcome | undefined> {
  const { incoming, event } = turn;
  const pasted = await takePasted(turn);
  if (pasted) return pasted;
  const lines = linesOf(incoming.text);
  const [line = ""] = lines;
  // While a question waits, one line is its answer.
  if (lines.length < (focus ? 2 : 1) || !looksLikeNames(lines)) return undefined;
  const prompt = await namesPrompt(turn);
  const isList = lines.length > 1;
  if (!prompt || (focus?.touchedAt ?? 0) > prompt.askedAt) return undefined;
  if (event.now - prompt.askedAt > (isList ? AWAITED_MS.list : AWAITED_MS.line)) return undefined;
  if (!isList && (await readContactLine(turn, incoming.text))) return undefined;
  if (readNames(incoming.text, null).customers.length === 0) return undefined;
  if (isList) await endNamesPrompt(turn);
  else if (!prompt.isNext || !isPlainName(line)) return inPrivate(turn, { kind: "register-doubted", line });
  return addByText(turn, incoming.text);
}

function looksLikeNames(lines: readonly string[]): boolean {
  const [first = ""] = lines;
  if (lines.length === 1 && (beginsAsSmallTalk(first) || nearestCommand(first, "fi", "en") !== undefined)) return false;
  return lines.every((line) => {
    const [name = ""] = line.split(/[,;\t]/u);
    return line.length <= LONGEST_LINE && name.split(/\s+/u).length <= MOST_WORDS && !/[?!]$/u.test(line);
  });
}
