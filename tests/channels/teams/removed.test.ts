import { afterEach, beforeEach, expect, test } from "vitest";
import { targetsFor } from "../../../src/channels/targets-for.ts";
import { PLANNING } from "../../support/teams/fake-connector.ts";
import { startTeamsWorld, type TeamsWorld } from "../../support/teams/teams-world.ts";

let world: TeamsWorld;
beforeEach(async () => {
  world = await startTeamsWorld();
});
afterEach(() => world.stop());

test.each(["removed-from-team", "luotsi-left-team", "channel-deleted", "team-archived"])(
  "nothing is sent to a channel after %s; where Luotsi is added or spoken to again it is back",
  async (news) => {
    await world.plays("installed-in-channel");
    const company = await world.company();
    const message = { text: "x", language: "fi", blocks: [] } as const;
    const place = async () => ({ kind: "channel", team: (await world.onlyTeam())._id }) as const;
    const targets = async () => targetsFor(await world.directory(), await place(), [world.channel]).length;
    expect((await world.plays(news)).status).toBe(200);
    expect((await world.plays(news)).status).toBe(200);
    expect((await world.onlyTeam()).channels).toMatchObject([{ channel: PLANNING, removedAt: expect.any(Number) }]);
    expect(await targets()).toBe(0);
    const asked = world.connector.calls.length;
    await expect(world.channel.post(company, await place(), message, "d1")).rejects.toMatchObject({ hopeless: true });
    expect(world.connector.calls).toHaveLength(asked);
    await world.plays(news === "team-archived" ? "said-in-channel" : "installed-in-channel");
    expect((await world.onlyTeam()).channels[0]).not.toHaveProperty("removedAt");
    expect(await targets()).toBe(1);
  },
);
