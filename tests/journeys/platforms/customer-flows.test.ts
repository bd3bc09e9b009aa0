import { describe, it } from "vitest";
import { begun, EVERY_WAY } from "../../support/platforms/begun.ts";

describe("a value portfolio", () => {
  it.concurrent.for(EVERY_WAY)(
    "is answered, seen, saved once and shown whole in %s, which tells everything twice",
    async ([, options], { onTestFinished }) => {
      const { satu } = await begun(options, onTestFinished);

      await satu.says("aloita arvosalkku");
      await satu.taps("Itseksesi");
      await satu.sees("Arvioidaanko arvo sanoin vai euroina?");
      await satu.taps("1");
      await satu.sees("Mitkä asiakkaat salkkuun tulevat");
      await satu.says("Virtasen Konepaja; Kyllä; Suuri; Suuri; Puitesopimus\nKoulukeittiö; Ei; Pieni; Suuri");
      await satu.sees("Napauta riviä, jos haluat muuttaa sitä.");
      await satu.says("valmis");
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
