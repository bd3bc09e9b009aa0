/** What is said of customers that somebody lists to be added. */
export const addingEn = {
  doubled: "In the list more than once: {{names}}.",
  first: "The first list comes on {{day}}.",
  known_one: "Was on the list already: {{names}}.",
  known_other: "Were on the list already: {{names}}.",
  more_one: "and one more",
  more_other: "and {{count}} more",
  none: "I found no names in those lines.",
  one: "Added {{name}}. You are in charge.",
  several: "Added {{count}} customers with you in charge: {{names}}.",
  undone: "The addition is undone.",
  undoneNot: "These cannot be undone any more, since something else has been noted on them.",
  undoneSome_one: "The others were taken out. One stays, since something else has been noted on it.",
  undoneSome_other: "The others were taken out. {{count}} stay, since something else has been noted on them.",
  unread: "I found no name in: {{lines}}.",
} as const;
