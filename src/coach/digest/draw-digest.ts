import { LIMITS } from "../../message/limits.ts";
import type { Block, Message } from "../../message/message.ts";
import type { Directory } from "../../people/directory.ts";
import type { Team } from "../../people/records.ts";
import { type Language, type Say, words } from "../../text/text.ts";
import { coverageFacts } from "../customers/deviations/coverage-facts.ts";
import { deviationWords } from "../customers/deviations/deviation-words.ts";
import type { Coverage } from "../customers/deviations/read-deviations.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../draw/compose.ts";
import { personName, teamName } from "../draw/naming.ts";
import { capital, listed, numberWord } from "../draw/number-words.ts";
import { shorten } from "../draw/shorten.ts";
import type { Listener } from "../scene.ts";
import { standingOf } from "../settings/settings-line.ts";
import { digestReadersOf } from "./digest-teams.ts";
import { needItem, needTitle, needWords } from "./draw-need.ts";
import { type Need, teamOf } from "./needs.ts";
import type { Digest } from "./read-digest.ts";

/** What the digest as a message of its own is drawn from; without `digest` for who reads none. */
export interface DigestView {
  readonly now: number;
  readonly directory: Directory;
  readonly digest: Digest | undefined;
  readonly trends: readonly Block[];
  /** How the teams' customers stand by class, where something of them has waited for a week. */
  readonly coverage?: Coverage | undefined;
}

const PER_PAGE = 6;
const MOST_DONE = 8;
/** Of a team's part that its members look at, so many lines. */
const MOST_SEEN = 12;
const CUSTOMER = 60;

/** What got done in a week, of teams: "Valmistui 4 toimenpidettä ja yksi kierros". Undefined when nothing did. */
export function doneWords({ done, rounds }: Pick<Digest, "done" | "rounds">, say: Say): string | undefined {
  const parts = [
    done.length > 0 ? say("digest.actions", { count: done.length, number: numberWord(say, done.length) }) : undefined,
    rounds > 0 ? say("digest.rounds", { count: rounds, number: numberWord(say, rounds) }) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : say("digest.done", { what: listed(say, parts) });
}

/** All of a digest: what needs its reader, page by page, and what got done. */
export function drawDigest(page: number, view: DigestView, listener: Listener): Message {
  const { language, person } = listener;
  const say = words(language);
  const { digest } = view;
  const whatIsSeen = button(say("settings.button.managerSees"), { kind: "manager-sees" });
  if (!digest || !person) return messageOf(language, [paragraph(say("digest.notReader")), choices([whatIsSeen])]);
  const { needs, teams } = digest;
  const pages = Math.max(1, Math.ceil(needs.length / PER_PAGE));
  const at = Math.min(page, pages - 1);
  const from = at * PER_PAGE;
  const shown = needs.slice(from, from + PER_PAGE);
  const seen = { ...view, reader: person._id, several: teams.length > 1, in: "digest" } as const;
  const turn = (label: string, to: number) => button(label, { kind: "digest", page: to, in: "digest" });
  const always = person.digestAlways === true;
  const done = doneWords(digest, say);
  const isEmpty = needs.length === 0 && done === undefined && !view.coverage?.tells;
  const { weekly } = standingOf(person, view.directory, { now: view.now, language });
  return messageOf(language, [
    heading(say("digest.title")),
    at === 0 ? paragraph(sentence(done)) : undefined,
    needs.length === 0 && !view.coverage?.tells ? paragraph(say("digest.nothingNeeds")) : undefined,
    isEmpty ? paragraph(say("digest.holds")) : undefined,
    isEmpty ? quiet(say("digest.comes", { weekly })) : undefined,
    ...shown.flatMap((need) => needItem(need, seen)(listener)),
    at === 0 ? doneList(digest, say) : undefined,
    ...(at === 0 ? coverageBlocks(view, say) : []),
    ...(at === 0 ? view.trends : []),
    pages > 1
      ? quiet(say("digest.pages", { from: from + 1, to: from + shown.length, total: needs.length }))
      : undefined,
    choices([
      at > 0 ? turn(say("home.button.before"), at - 1) : undefined,
      at + 1 < pages ? turn(say("home.button.next"), at + 1) : undefined,
      isEmpty ? whatIsSeen : undefined,
      button(say(always ? "digest.button.seldom" : "digest.button.always"), { kind: "digest-always", always: !always }),
    ]),
  ]);
}

/** The titles of what got done, without names: nobody is counted against anybody. */
function doneList({ done }: Digest, say: Say): Block | undefined {
  if (done.length === 0) return undefined;
  const titles = done.slice(0, MOST_DONE).map(({ what }) => shorten(what, LIMITS.optionLabel));
  const rest = done.length - titles.length;
  const value = [...titles, ...(rest > 0 ? [say("digest.more", { count: rest })] : [])].join("; ");
  return { kind: "facts", facts: [{ label: say("digest.doneTitle"), value }] };
}

function coverageBlocks({ coverage }: DigestView, say: Say): readonly (Block | undefined)[] {
  if (!coverage?.tells) return [];
  return [
    quiet(say("deviations.coverage.section")),
    coverageFacts(coverage, say),
    choices([button(say("deviations.button.show"), { kind: "deviation-list" })]),
  ];
}

/** For "what the manager sees": how the customers of one's own teams stand, and which of one's own a manager may look up by name. */
export function coverageSeen({ coverage, now }: DigestView, listener: Listener): readonly (Block | undefined)[] {
  if (!coverage?.tells) return [];
  const say = words(listener.language);
  const own = coverage.known.filter(({ customer }) => customer.person === listener.person?._id);
  if (own.length === 0) return [coverageFacts(coverage, say)];
  const facts = own.slice(0, MOST_SEEN).map((one) => ({
    label: shorten(one.customer.name, CUSTOMER),
    value: deviationWords(one, listener, now),
  }));
  const rest = own.length - facts.length;
  return [
    coverageFacts(coverage, say),
    quiet(say("deviations.coverage.seenOwn")),
    { kind: "facts", facts },
    rest > 0 ? quiet(say("deviations.coverage.listMore", { count: rest })) : undefined,
  ];
}

/** For "what the manager sees": what the digest holds of a person's own teams right now, and who reads it. */
export function seenByManagers({ digest, directory, now }: DigestView, listener: Listener): Block | undefined {
  if (!digest) return undefined;
  const say = words(listener.language);
  const shown = digest.needs.slice(0, MOST_SEEN);
  const done = sentence(doneWords(digest, say));
  const rest = digest.needs.length - shown.length;
  const label = (need: Need): string => {
    const team = digest.teams.length > 1 ? directory.teams.get(teamOf(need)) : undefined;
    return `${team ? say("digest.team", { team: teamName(team) }) : ""}${needTitle(need, listener)}`;
  };
  const empty = done === undefined && shown.length === 0;
  return {
    kind: "facts",
    facts: [
      {
        label: say("digest.sees.now"),
        value: done ?? say(empty ? "digest.sees.nothing" : "digest.sees.these", { count: digest.needs.length }),
      },
      ...shown.map((need) => ({ label: label(need), value: needWords(need, { directory, now }, listener) })),
      ...(rest > 0 ? [{ label: "…", value: say("digest.more", { count: rest }) }] : []),
      ...digest.teams.map((team) => readersFact(team, directory, say, listener.language)),
    ],
  };
}

function readersFact(team: Team, directory: Directory, say: Say, language: Language) {
  const names = digestReadersOf(directory, team._id).map(({ _id }) => personName(directory, _id, language));
  return {
    label: say("digest.sees.readers", { team: teamName(team) }),
    value: names.length === 0 ? say("digest.sees.nobody") : listed(say, names),
  };
}

function sentence(told: string | undefined): string | undefined {
  return told === undefined ? undefined : `${capital(told)}.`;
}
