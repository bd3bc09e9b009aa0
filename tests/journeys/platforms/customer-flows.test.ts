import { describe, it } from "vitest";
import { FIVE, peopleOf } from "../../support/platforms/company.ts";
import { startWorld, type WorldOptions } from "../../support/platforms/world.ts";

const WAYS: readonly (readonly [string, WorldOptions])[] = [
  ["Slack", { slack: { over: "http", people: FIVE, team: "koneet" }, doubled: true }],
  ["Slack over a socket", { slack: { over: "socket", people: FIVE, team: "koneet" } }],
  ["Teams", { teams: { place: "channel", people: FIVE }, doubled: true }],
];

describe("a value portfolio", () => {
  it.concurrent.for(WAYS)(
    "is answered, seen, saved once and shown whole in %s, which tells everything twice",
    { timeout: 90_000 },
    async ([, options], { onTestFinished }) => {
      const world = await startWorld(options);
      onTestFinished(world.end);
      const [satu] = peopleOf(world.platform);
      if (!satu) throw new Error("somebody is needed");
      await world.platform.addsLuotsi(satu.user);

      await satu.says("aloita arvosalkku");
      await satu.taps("Itseksesi");
      await satu.sees("Arvioidaanko arvo sanoin vai euroina?");
      await satu.taps("1");
      await satu.sees("Mitkä asiakkaat salkkuun tulevat");
      await satu.says("Virtasen Konepaja; Kyllä; Suuri; Suuri; Puitesopimus\nKoulukeittiö; Ei; Pieni; Suuri");
      await satu.sees("Paljonko työajasta menee kuhunkin kenttään");
      await satu.says("ohita");
      await satu.sees("Rekisteriin lisätään, vastuuhenkilönä sinä: Virtasen Konepaja ja Koulukeittiö.");
      await satu.taps("Tallenna rekisteriin");
      await satu.sees("Tallennettu rekisteriin: Asiakkuuksien arvosalkku");
      await satu.taps("Näytä koko salkku");
      await satu.sees("Strategiset");
      await satu.says("hae koulukeittiölle");
      await satu.sees("hankinta");
    },
  );
});
