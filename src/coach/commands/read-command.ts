import { distance } from "fastest-levenshtein";
import type { Flow } from "../../flow/flow.ts";
import type { Language } from "../../text/text.ts";
import { contactPhrases } from "../customers/contacts/read-contact-command.ts";
import { type CustomersCommand, readCustomersCommand } from "../customers/read-customers-command.ts";
import { registerPhrases } from "../customers/register/read-register-command.ts";
import { type Joining, readJoining } from "../joining/read-joining.ts";
import { type PlanCommand, readPlanCommand, taughtOfPlan } from "../plan/read-plan-command.ts";
import { type AdminWish, readAdminWish } from "../settings/admin/read-admin-wish.ts";
import { type ClosedWish, readClosedWish } from "../settings/closed-weeks/read-closed-wish.ts";
import { readWish, WISHES, type Wish } from "../settings/read-wish.ts";
import { type PhraseCommand, phraseCommand, taughtCommands } from "./command-phrases.ts";

/** What a person may say at any time, in either language, whatever is being asked. */
export type Command =
  | PhraseCommand
  /** "kieli englanti", "poissa 5.7. asti" */
  | { readonly kind: "settings"; readonly wish: Wish }
  /** "lomaviikot 28–31" */
  | { readonly kind: "closed-weeks"; readonly wish: ClosedWish }
  /** "ylläpito", "rooli Jari: esihenkilö" */
  | { readonly kind: "admin"; readonly wish: AdminWish }
  | { readonly kind: "start"; readonly flow: string }
  /** "aloita xyz": no such topic; `guess` is the nearest one's title. */
  | { readonly kind: "start-unknown"; readonly asked: string; readonly guess: string | undefined }
  | { readonly kind: "joining"; readonly joining: Joining }
  | { readonly kind: "plan"; readonly about: PlanCommand }
  | { readonly kind: "customers"; readonly about: CustomersCommand }
  /** "mikä on clv?" */
  | { readonly kind: "term"; readonly term: string };

const START = /^(?:aloita(?:taan|mme)?|käynnistä|avaa|start|begin|open)\s+(.{1,80})$/u;
const TERM =
  /^(?:mikä on|mitä on|mitä tarkoittaa|mikä|what is|what's|what does)\s+(?:an?\s+|the\s+)?(.{1,60}?)(?:\s+mean)?\s*\?*$/u;

/** Always an answer, and what most answers are. */
const NUMBER = /^\d{1,3}$/u;

/** The command that a whole message is, or undefined when it is something else. `flows` are those that could be started. */
export function readCommand(text: string, flows: readonly Flow[]): Command | undefined {
  if (NUMBER.test(text)) return undefined;
  const said = tidy(text);
  const kept = readKept(text);
  if (kept && !(isSearch(kept) && flowNamed(said, flows))) return kept;
  if (text.length > 200) return undefined;
  // "/luotsi" and nothing more.
  if (said === "") return { kind: "home" };
  const phrase = phraseCommand(said);
  if (phrase) return phrase;
  const wish = readWish(said);
  if (wish) return { kind: "settings", wish };
  const closed = readClosedWish(said);
  if (closed) return { kind: "closed-weeks", wish: closed };
  const admin = readAdminWish(said);
  if (admin) return { kind: "admin", wish: admin };
  const joining = readJoining(said);
  if (joining) return { kind: "joining", joining };
  const start = START.exec(said);
  if (start?.[1]) return startOf(start[1], flows);
  const flow = flowNamed(said, flows);
  if (flow) return { kind: "start", flow: flow.id };
  const term = TERM.exec(said);
  return term?.[1] ? { kind: "term", term: term[1] } : undefined;
}

/** What a message asks of what is kept: the plan and the customers. */
function readKept(text: string): Extract<Command, { kind: "plan" | "customers" }> | undefined {
  const about = readPlanCommand(text);
  if (about) return { kind: "plan", about };
  const customers = readCustomersCommand(text);
  return customers && { kind: "customers", about: customers };
}

/** Whether any words behind it will do: "customer listening" names a workbook all the same. */
function isSearch({ kind, about }: Extract<Command, { kind: "plan" | "customers" }>): boolean {
  if (kind === "plan") return about.kind === "list-by";
  return about.kind === "register" && about.about.kind === "find";
}

/** The taught command nearest to what was said, when it is near enough to be a slip of the finger. In `languages`, as far as a command is of one. */
export function nearestCommand(text: string, ...languages: readonly Language[]): string | undefined {
  const said = tidy(text.slice(0, 40));
  const own = languages.flatMap((language) => [...taughtCommands[language], ...taughtOfPlan[language]]);
  const near = [...own, ...contactPhrases, ...registerPhrases, ...WISHES]
    .map((phrase) => ({ phrase, away: distance(phrase, said) }))
    .sort((a, b) => a.away - b.away)[0];
  // Two letters that changed places count as two slips.
  const slips = said.length <= 3 ? 1 : said.length <= 8 ? 2 : 3;
  return near && near.away <= slips && near.phrase[0] === said[0] ? near.phrase : undefined;
}

function tidy(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\/?luotsi[,:]?(?:\s+|$)/u, "")
    .replace(/[\s.!]+$/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function startOf(asked: string, flows: readonly Flow[]): Command {
  const flow = flowNamed(asked, flows) ?? flowNamed(asked.replace(/\s+(?:kierros|round)$/u, ""), flows);
  if (flow) return { kind: "start", flow: flow.id };
  const names = flows.flatMap((one) =>
    namesOf(one).map((name) => ({ name, title: one.title.fi, away: distance(name, asked) })),
  );
  const near = names.sort((a, b) => a.away - b.away)[0];
  if (near && near.away <= 2) {
    const sure = flows.find((one) => namesOf(one).includes(near.name));
    if (sure) return { kind: "start", flow: sure.id };
  }
  return { kind: "start-unknown", asked, guess: near && near.away <= near.name.length / 2 ? near.name : undefined };
}

function flowNamed(name: string, flows: readonly Flow[]): Flow | undefined {
  return flows.find((flow) => namesOf(flow).includes(name));
}

function namesOf(flow: Flow): readonly string[] {
  return [
    flow.id,
    flow.id.replaceAll("-", " "),
    flow.title.fi,
    flow.title.en,
    ...(flow.alsoKnownAs?.fi ?? []),
    ...(flow.alsoKnownAs?.en ?? []),
  ].map((name) => name.toLowerCase());
}
