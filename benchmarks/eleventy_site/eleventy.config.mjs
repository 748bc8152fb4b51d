// The Eleventy half of the benchmark: the same stories and lists as the site of our own generator.
import { readFileSync } from "node:fs";

const months = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
const wijken = JSON.parse(readFileSync("_data/namen/wijken.json", "utf8"));
const themas = JSON.parse(readFileSync("_data/namen/themas.json", "utf8"));

const newestFirst = (api) => api.getFilteredByGlob("content/verhalen/*.md").sort((a, b) => b.date - a.date);

const year = (story) => String(story.date.getUTCFullYear());

// One long list -> its pages, each of which knows its neighbours.
const pages = (title, url, stories, size, intro = "") => {
  const count = Math.max(1, Math.ceil(stories.length / size));
  const address = (number) => (number === 1 ? url : `${url}pagina/${number}/`);
  return Array.from({ length: count }, (_, at) => {
    const years = new Map();
    for (const story of stories.slice(at * size, (at + 1) * size)) {
      years.set(year(story), [...(years.get(year(story)) ?? []), story]);
    }
    return {
      title,
      intro,
      url: address(at + 1),
      number: at + 1,
      count,
      previous: at > 0 ? address(at) : null,
      next: at + 1 < count ? address(at + 2) : null,
      groups: [...years].map(([name, items]) => ({ name, items })),
    };
  });
};

const groupsOf = (stories) => [
  ...Object.entries(wijken).map(([slug, name]) => ({
    url: `/wijken/${slug}/`,
    name,
    intro: `Dit gebeurt er in ${name}.`,
    stories: stories.filter((story) => story.data.wijken.includes(slug)),
  })),
  ...Object.entries(themas).map(([slug, name]) => ({
    url: `/themas/${slug}/`,
    name,
    stories: stories.filter((story) => story.data.themas.includes(slug)),
  })),
];

export default function (config) {
  config.addPassthroughCopy({ static: "/" });
  config.addFilter("datum", (day) => `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`);
  config.addFilter("dag", (day) => day.toISOString().slice(0, 10));
  config.addCollection("verhalen", newestFirst);
  config.addCollection("lijsten", (api) => {
    const stories = newestFirst(api);
    const years = [...new Set(stories.map(year))];
    const byTitle = [...stories].sort((a, b) => (a.data.title < b.data.title ? -1 : 1));
    return [
      ...pages("Verhalen", "/verhalen/", stories, 24),
      ...pages("Alles op een rij", "/zoeken/", byTitle, 120),
      ...groupsOf(stories).flatMap((group) => pages(group.name, group.url, group.stories, 60, group.intro)),
      ...years.flatMap((name) =>
        pages(name, `/verhalen/jaar/${name}/`, stories.filter((story) => year(story) === name), 60),
      ),
    ];
  });
  config.addCollection("feeds", (api) => {
    const stories = newestFirst(api);
    const all = { url: "/verhalen/", name: "Alle verhalen", stories };
    return [all, ...groupsOf(stories)].map((group) => ({ ...group, stories: group.stories.slice(0, 30) }));
  });
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data", output: "output" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
