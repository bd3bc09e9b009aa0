import { isTimeToAsk, receivesNow } from "../cadence/ask-closed-weeks.ts";
import { sayPrivately } from "../conversations/say-privately.ts";
import type { Courier } from "../deliveries/courier.ts";
import type { Directories } from "../people/directory.ts";
import { type Company, companies } from "../people/records.ts";
import type { Store } from "../store/store.ts";

export interface AskPorts {
  readonly store: Store;
  readonly courier: Courier;
  readonly directories: Directories;
}

/** Who was asked so long ago is asked again; older years are as good as never. */
const YEARS_BACK = 10;

/**
 * In May each company's admins are asked about its closed weeks, once a year and admin, by day. Harmless twice.
 * At most `limit` companies at a time.
 */
export async function askClosedWeeks(ports: AskPorts, now: number, limit: number): Promise<void> {
  const year = new Date(now).getUTCFullYear();
  // Read in no other month: nobody is asked then. May begins and ends a day earlier or later somewhere.
  if (!isTimeToAsk(now, "Europe/Helsinki", {})) return;
  const earlier = Array.from({ length: YEARS_BACK }, (_, nth) => year - 1 - nth);
  const equals = { closedWeeksAsked: [null, ...earlier] };
  const due = await ports.store.find(companies, { name: "byYearAsked", equals, limit });
  for (const company of due) await ask(ports, company, year, now);
}

async function ask(ports: AskPorts, company: Company, year: number, now: number): Promise<void> {
  const { store, courier, directories } = ports;
  const { _id, timeZone, joinedInto } = company;
  const asked = () =>
    store.change(companies, _id, {
      when: { closedWeeksAsked: company.closedWeeksAsked ?? null },
      set: { closedWeeksAsked: year },
    });
  if (joinedInto !== undefined || (company.closedWeeks?.through ?? 0) >= year) {
    await asked();
    return;
  }
  if (!isTimeToAsk(now, timeZone, company)) return;
  const directory = await directories.of(_id);
  const admins = [...directory.people.values()].filter(
    ({ roles, leftAt, joinedInto: other }) => roles.includes("admin") && leftAt === undefined && other === undefined,
  );
  const here = admins.filter((admin) => receivesNow(admin, directory, now));
  // While all of them are away or it is night where they are, May goes on.
  if (admins.length > 0 && here.length === 0) return;
  for (const { _id: person } of here) {
    const event = { id: `closed-weeks:${_id}:${year}`, now, sender: courier.sender() };
    await sayPrivately({ store, courier }, { company: _id, person }, { kind: "closed-weeks", ask: year }, event);
  }
  await asked();
  directories.forget(_id);
}
