import { addDays } from "../../../calendar/iso-date.ts";
import { contacts } from "../../../customers/contact.ts";
import { customersOfPerson } from "../../../customers/find-customers.ts";
import { type Happened, happenedWhileAway } from "../../../customers/handover/while-away.ts";
import { awayBefore } from "../../../people/away-on.ts";
import type { Away } from "../../../people/records.ts";
import { words } from "../../../text/text.ts";
import { quiet } from "../../draw/compose.ts";
import { personName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import type { HomeItem } from "../../home/home-section.ts";
import type { Listener } from "../../scene.ts";
import type { WeekItem, WeekReader, WeekSection } from "../../week/week-section.ts";
import { meansWord } from "../contacts/draw/contact-words.ts";

/** Of what happened, so many lines. */
const MOST = 5;
/** The first weekly message after somebody came back comes within this. */
const WITHIN_DAYS = { "every-second": 14, weekly: 7 } as const;
/** Where nobody said when a time away began, so much of it is looked at. */
const USUAL_DAYS = 14;
const LIMIT = 10_000;
const NAME = 60;
const SAID = 60;

/** In the first weekly message after a time away: what others did with one's customers meanwhile, in at most five lines. */
export const backSection: WeekSection = {
  id: "back-from-away",
  subject: {
    id: "back-from-away",
    count: (say) => say("handover.back.count"),
    because: (say) => say("handover.back.because"),
  },
  when: "now",
  keeps: 1,
  title: (say, reader) => {
    const away = awayBefore(reader.person, reader.today);
    const from = away && fromOf(away);
    return from === undefined
      ? say("handover.back.sectionShort")
      : say("handover.back.section", {
          from: day(from, reader.listener, reader.now),
          until: day(away?.until ?? from, reader.listener, reader.now),
        });
  },
  read: async (reader) => {
    const away = awayBefore(reader.person, reader.today);
    const within = WITHIN_DAYS[reader.person.weeklyPace === "every-second" ? "every-second" : "weekly"];
    if (!away || addDays(away.until, within) < reader.today) return { items: [] };
    const item = await itemOf(reader, away);
    return { items: item ? [item] : [] };
  },
  settled: async (id, reader) => {
    const away = awayBefore(reader.person, reader.today);
    return away && idOf(away) === id ? (await itemOf(reader, away))?.draw : undefined;
  },
};

async function itemOf(reader: WeekReader, away: Away): Promise<WeekItem | undefined> {
  const { ports, person } = reader;
  const { company, _id } = person;
  const time = { from: fromOf(away), until: away.until };
  const equals = { company };
  const [own, made] = await Promise.all([
    customersOfPerson(ports.store, { company, person: _id }),
    ports.store.find(contacts, { name: "ofCompanyOn", equals, from: time.from, to: time.until, limit: LIMIT }),
  ]);
  const all = happenedWhileAway(own, made, { person: _id, ...time });
  return all.length === 0 ? undefined : { id: idOf(away), draw: lines(all, reader) };
}

function lines(all: readonly Happened[], reader: WeekReader): HomeItem {
  return (listener) => {
    const say = words(listener.language);
    const rest = all.length - MOST;
    return [
      {
        kind: "facts",
        facts: all.slice(0, MOST).map((one) => ({
          label: shorten(one.customer.name, NAME),
          value: what(one, reader, listener),
        })),
      },
      rest > 0 ? quiet(say("handover.back.more", { count: rest })) : undefined,
    ];
  };
}

function what({ contact }: Happened, { directory, now }: WeekReader, listener: Listener): string {
  const say = words(listener.language);
  const { means, on, person, promise, outcome, notes } = contact;
  const said = promise === "" ? outcome || notes : say("handover.back.promised", { what: promise });
  const known = {
    means: meansWord(say, means),
    day: day(on, listener, now),
    name: personName(directory, person ?? "", listener.language),
  };
  return said === ""
    ? say("handover.back.line", known)
    : say("handover.back.lineSaid", { ...known, said: shorten(said, SAID) });
}

function fromOf({ from, until }: Away): string {
  return from ?? addDays(until, 1 - USUAL_DAYS);
}

function idOf({ until }: Away): string {
  return `back:${until}`;
}
