import { expect, test } from "vitest";
import { readRoute, routeHash } from "../../../../src/channels/web/page/state/route.ts";
import { fc } from "../../../support/properties.ts";

test("addresses are short and can be read", () => {
  expect(routeHash("satu", null)).toBe("#/satu");
  expect(routeHash("satu", { room: "private:satu", thread: null })).toBe("#/satu/private");
  expect(routeHash("satu", { room: "channel:huolto", thread: null })).toBe("#/satu/channel/huolto");
  expect(routeHash("satu", { room: "channel:huolto", thread: "r1" })).toBe("#/satu/channel/huolto/thread/r1");
});

const id = fc.string({ minLength: 1, unit: "grapheme" });

test("every place comes back from its address, whatever its ids are made of", () => {
  fc.assert(
    fc.property(id, id, fc.option(id), fc.boolean(), (person, team, thread, isPrivate) => {
      const room = isPrivate ? `private:${person}` : `channel:${team}`;
      expect(readRoute(routeHash(person, { room, thread }))).toEqual({ person, spot: { room, thread } });
    }),
  );
});

test("any text in the address bar is read as something", () => {
  fc.assert(
    fc.property(fc.string(), (hash) => {
      expect(readRoute(hash)).toHaveProperty("spot");
    }),
  );
  expect(readRoute("#/%E0%A4%A")).toEqual({ person: "%E0%A4%A", spot: null });
  expect(readRoute("")).toEqual({ person: null, spot: null });
});
