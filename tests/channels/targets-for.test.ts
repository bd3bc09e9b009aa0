import { describe, expect, it } from "vitest";
import type { Channel } from "../../src/channels/channel.ts";
import { everywhere, targetsFor } from "../../src/channels/targets-for.ts";
import { asideName } from "../../src/channels/threads.ts";
import type { Directory } from "../../src/people/directory.ts";
import type { Account, Installation, Person, Platform } from "../../src/people/records.ts";

const company = "firma";

function channel(platform: Platform): Channel {
  const never = () => Promise.reject(new Error("nothing is sent here"));
  return { platform, post: never, edit: never, find: never, showTyping: never };
}
const CONNECTED = [channel("teams"), channel("slack")];

function installation(platform: Platform, over: Partial<Installation> = {}): Installation {
  return { _id: `${platform}/1`, company, platform, tenant: "1", ...over };
}
function account(platform: Platform, over: Partial<Account> = {}): Account {
  return { _id: `${platform}/1/u`, company, installation: `${platform}/1`, user: "u", person: "jari", ...over };
}

interface Told {
  readonly installations?: readonly Installation[];
  readonly accounts?: readonly Account[];
  readonly jari?: Partial<Person>;
}

function directoryOf({ installations, accounts, jari }: Told): Directory {
  const all = installations ?? [installation("slack"), installation("teams")];
  const person: Person = {
    _id: "jari",
    company,
    name: "Jari",
    language: "fi",
    timeZone: "Europe/Helsinki",
    roles: ["member"],
    ...jari,
  };
  const channels = all.map(({ _id }) => ({ installation: _id, channel: "C1" }));
  const zone = "Europe/Helsinki";
  return {
    company: { _id: company, name: "Firma", language: "fi", timeZone: zone },
    installations: new Map(all.map((one) => [one._id, one])),
    people: new Map([["jari", person]]),
    teams: new Map([["koneet", { _id: "koneet", company, name: "Koneet", language: "fi", timeZone: zone, channels }]]),
    accounts: accounts ?? [account("slack"), account("teams")],
    memberships: [],
  };
}

function privately(told: Told, connected = CONNECTED): readonly string[] {
  const found = targetsFor(directoryOf(told), { kind: "private", person: "jari" }, connected);
  return found.map(({ installation: id }) => id);
}

describe("someone's private chat", () => {
  it("is on one platform: the one that they prefer, else where their first account is", () => {
    expect(privately({})).toEqual(["slack/1"]);
    expect(privately({ jari: { prefers: "teams" } })).toEqual(["teams/1"]);
    expect(privately({ jari: { prefers: "web" } })).toEqual(["slack/1"]);
  });

  it("moves to the other account when the first is not connected, blocked, or its installation was taken away", () => {
    expect(privately({}, [channel("teams")])).toEqual(["teams/1"]);
    expect(privately({ accounts: [account("slack", { blockedAt: 1 }), account("teams")] })).toEqual(["teams/1"]);
    expect(privately({ installations: [installation("slack", { removedAt: 1 }), installation("teams")] })).toEqual([
      "teams/1",
    ]);
  });

  it("is nowhere for who has left, wants nothing, or is not known", () => {
    expect(privately({ jari: { leftAt: 1 } })).toEqual([]);
    expect(privately({ accounts: [account("slack", { blockedAt: 1 })] })).toEqual([]);
    expect(targetsFor(directoryOf({}), { kind: "private", person: "nobody" }, CONNECTED)).toEqual([]);
  });

  it("has a Home on each platform where the person has an account", () => {
    expect(everywhere(directoryOf({}), "jari", CONNECTED).map(({ installation: id }) => id)).toEqual([
      "slack/1",
      "teams/1",
    ]);
  });
});

describe("a team's channel", () => {
  const spoken = (told: Told, connected = CONNECTED) =>
    targetsFor(directoryOf(told), { kind: "thread", team: "koneet", round: "r" }, connected).map(
      ({ installation: id, first }) => `${id}${first ? " first" : ""}`,
    );

  it("is answered where it was said, in a thread that is no round's", () => {
    const place = { kind: "thread", team: "koneet", round: asideName("teams", "1795417400000") } as const;
    expect(targetsFor(directoryOf({}), place, CONNECTED).map(({ installation: id }) => id)).toEqual(["teams/1"]);
  });

  it("is spoken in on every connected platform, and which is its first does not change with who is connected", () => {
    expect(spoken({})).toEqual(["slack/1 first", "teams/1"]);
    expect(spoken({}, [channel("teams")])).toEqual(["teams/1"]);
    expect(spoken({ installations: [installation("slack", { removedAt: 1 }), installation("teams")] })).toEqual([
      "teams/1 first",
    ]);
  });

  it("of two installations on one platform counts the first", () => {
    expect(spoken({ installations: [installation("slack"), installation("slack", { _id: "slack/2" })] })).toEqual([
      "slack/1 first",
    ]);
  });
});
