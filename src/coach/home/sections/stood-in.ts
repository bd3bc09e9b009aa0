import { actionLineItem } from "../../week/sections/action-week-item.ts";
import { dueStoodIn } from "../../week/sections/standing-in.ts";
import { weekReader } from "../../week/week-reader.ts";
import { type HomeSection, partOf } from "../home-section.ts";

/** What is due of those whom the person stands in for, as their weekly message tells it. */
export const stoodIn: HomeSection = {
  id: "standing-in",
  title: (say) => say("week.section.standingIn"),
  most: { onHome: 2, onPage: 5 },
  read: async (reader, from, count) => {
    const week = weekReader(reader.ports, reader.directory, reader.person);
    return partOf(await dueStoodIn(week), from, count, (action) => actionLineItem(action, week, "home"));
  },
};
