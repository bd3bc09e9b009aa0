import type { Outcome } from "../../../../channels/channel.ts";
import type { Tap, Turn } from "../../../turn.ts";
import { askNames } from "../adding/names-asked.ts";
import { inPrivate, turned } from "../in-private.ts";
import type { RegisterCommand } from "../read-register-command.ts";
import type { GroupedBy, ListOf, RegisterButtonOf } from "../register-actions.ts";

/** A list asked for in words; where there are no customers at all they are asked for. */
export async function tellList(turn: Turn, of: ListOf): Promise<Outcome> {
  if (await isEmpty(turn)) return askNames(turn);
  return inPrivate(turn, { kind: "register-list", of, page: 0 });
}

export async function tellGroups(turn: Turn, by: GroupedBy): Promise<Outcome> {
  return (await isEmpty(turn)) ? askNames(turn) : inPrivate(turn, { kind: "register-groups", by });
}

/** A list or another page of it: the message that holds one becomes it. */
export async function turnList(turn: Tap, { of, page, anew }: RegisterButtonOf<"register-list">): Promise<Outcome> {
  if (anew) return tellList(turn, of);
  return turned(turn, { kind: "register-list", of, page });
}

/** "hae virtanen": the card where one is surely meant, else those that may have been. */
export async function findCustomer(turn: Turn, words: string): Promise<Outcome> {
  const { index } = await turn.ports.registers.of(turn.incoming.company);
  const found = index.search(words);
  const [only] = found?.ids ?? [];
  if (only !== undefined && found?.ids.length === 1 && found.how !== "typo")
    return inPrivate(turn, { kind: "customer-card", customer: only });
  return inPrivate(turn, { kind: "register-list", of: { called: words }, page: 0 });
}

/** "Asiakas haluaa nopeat toimitukset" asks for nobody. */
export async function findsNobody({ ports, incoming }: Turn, command: RegisterCommand): Promise<boolean> {
  if (command.kind !== "find") return false;
  const found = (await ports.registers.of(incoming.company)).index.search(command.words);
  return found === undefined || found.how === "typo" || found.how === "beginning";
}

async function isEmpty({ ports, incoming }: Turn): Promise<boolean> {
  return (await ports.registers.of(incoming.company)).entries.size === 0;
}
