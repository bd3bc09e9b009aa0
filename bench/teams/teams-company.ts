import { createHash } from "node:crypto";
import { join } from "node:path";
import { results } from "../../src/coach/results.ts";
import { collections } from "../../src/collections.ts";
import { loadFlows } from "../../src/flow/load-flows.ts";
import { accounts, companies, installations, memberships, people, teams } from "../../src/people/records.ts";
import { effects } from "../../src/plan/effects/effects.ts";
import { openRound } from "../../src/rounds/open-round.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import { COMPANY, FLOW, personOf, teamsPeople, teamsTeams } from "./teams-people.ts";

/** Fills an empty folder with a company in Teams, 50 teams of ten, and an open round of FLOW in each; its cards wait to be posted. */
export async function seedTeamsCompany(folder: string, serviceUrl: string): Promise<void> {
  const loaded = loadFlows(join("flows"), { results, effects });
  const flow = loaded.ok ? loaded.value.get(COMPANY, FLOW) : undefined;
  if (!flow) throw new Error(`The flow ${FLOW} cannot be loaded`);
  const store = await openEmbeddedStore({ folder, collections });
  const company = COMPANY;
  const words = { language: "fi", timeZone: "Europe/Helsinki" } as const;
  const now = Date.now();
  try {
    await store.insert(companies, { _id: company, name: "Konepaja Oy", ...words });
    await Promise.all([
      ...teamsTeams.flatMap(({ id, tenant, installation, channel }) => [
        store.insert(installations, { _id: installation, company, platform: "teams", tenant }),
        store.insert(teams, {
          _id: id,
          company,
          name: id,
          ...words,
          channels: [{ installation, channel, serviceUrl }],
        }),
      ]),
      ...teamsPeople.flatMap(({ user, name, person, conversation, team }, number) => [
        store.insert(people, { _id: person, company, name, ...words, roles: number === 0 ? ["admin"] : ["member"] }),
        store.insert(accounts, {
          _id: `${team.installation}/${user}`,
          company,
          installation: team.installation,
          user,
          person,
          conversation,
          serviceUrl,
        }),
        store.insert(memberships, { _id: `${team.id}/${person}`, company, team: team.id, person }),
      ]),
    ]);
    for (const { id, users } of teamsTeams) {
      const invited = users.map(personOf);
      const closesAt = now + 7 * 24 * 3_600_000;
      const opening = { mode: "each", closesAt, remindAt: null, now, flow, invited } as const;
      const eventId = createHash("sha256").update(id).digest("hex");
      await openRound(store, { ...opening, eventId, company, team: id, facilitator: invited[0] ?? "" });
    }
  } finally {
    await store.close();
  }
}
