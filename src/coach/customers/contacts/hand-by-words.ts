import type { Outcome } from "../../../channels/channel.ts";
import { edit } from "../../../customers/decide.ts";
import { findNamed } from "../../../customers/visits/find-named.ts";
import { sentence } from "../../converse.ts";
import { shorten } from "../../draw/shorten.ts";
import { readOwners } from "../../plan/read-owners.ts";
import type { Turn } from "../../turn.ts";
import { customerFor } from "../customer-for.ts";
import { handOver } from "./hand-over.ts";
import { changeNext } from "./next-by-tap.ts";
import { takersOf } from "./next-form-turn.ts";

const NAME = 60;

/** "anna Virtasen Konepaja Sadulle": whom, to whom. */
export interface HandWords {
  readonly customer: string;
  readonly to: string;
}

/** Hands a customer over, as its form does; where one of the two is not clear, the way is told. */
export async function handByWords(turn: Turn, words: HandWords): Promise<Outcome> {
  const id = await customerNamed(turn, words);
  const people = takersOf(turn);
  const read = readOwners(words.to, { people, me: turn.person._id });
  const [to, ...others] = read.kind === "owners" ? read.owners : [];
  if (id === undefined || to === undefined || others.length > 0) {
    const unclear = shorten(id === undefined ? words.customer : words.to, NAME);
    return sentence(turn, turn.say(`contacts.handHow.${id === undefined ? "customer" : "person"}`, { unclear }));
  }
  const found = await customerFor(turn, id);
  if ("notice" in found) return sentence(turn, found.notice);
  const planned = await handOver(turn, found.customer, to);
  return changeNext(turn, id, {}, (customer) => edit(customer, { person: to }), { planned });
}

/** While a question waits, words that name no customer are its answer. */
export async function handsNobody(turn: Turn, words: HandWords): Promise<boolean> {
  return (await customerNamed(turn, words)) === undefined;
}

async function customerNamed({ ports, incoming }: Turn, { customer }: HandWords): Promise<string | undefined> {
  const { index } = await ports.registers.of(incoming.company);
  const named = findNamed(customer, index);
  return named.kind === "one" ? named.id : undefined;
}
