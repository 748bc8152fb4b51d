"""What the comparisons do and do not hold, tool by tool: the honest text below the tables."""

STORY_ACCOUNT = """\
### What is compared

All tools get the same stories, the same ten wijken and ten themes, and layouts with nearly the same HTML for a story, a
list and the frame around them. There are no photos (see below). After every build the pages of the stories are counted,
and after an edit it is looked up on the page of the edited story; a tool that falls short ends the benchmark.

All do this: a page for each story with structured data, wijken, themes, byline and links to share; the home page; lists
for each wijk, each theme and each year in pages of 60, all stories in pages of 24, everything in pages of 120; feeds of
everything, each wijk and each theme; a sitemap; style, font and drawings of our theme.

| | ours | Hugo | Hugo, no related | Pelican | Eleventy |
| --- | --- | --- | --- | --- | --- |
| related stories on each page | yes | yes | no | no | no |
| short address with a redirect for each story and wijk | yes | yes | yes | no | no |
| stops at a link to a story that is not there | yes | yes | yes | yes | no |
| looks at all links, anchors, headings and titles of the HTML that it made | yes | no | no | no | no |
| checks front matter against a schema, and reads every text as a coach (plain language, names, privacy) | yes | no | no | no | no |
| QR code of the short address on each page, for paper | yes | no | no | no | no |
| feeds | Atom and JSON | RSS | RSS | Atom | Atom |
| oEmbed for each story; frames for partners; calendars; settings for servers | yes | no | no | no | no |
| writes a file only when it changes, whole or not at all, and removes what no longer belongs | yes | no | no | no | no |
| knows an unchanged site, and makes only what an edit touches | yes | no | no | no | no |
| more than one core | yes | yes | yes | no | no |

Good to know:

* **Ours** builds as always, with every feature that it has on by default; only the cards for social media are off, except in
  the last row. Those are drawn for stories of the last two years; older ones share the card of their wijk.
* **Hugo** builds the whole site every time; nothing of it is incremental on disk. To find related stories it weighs all
  others for each, also those far apart in time; ours looks at the nearest in each wijk and theme. That is a large part of
  its time, and the share grows with the number of stories: hence the second column, without them. It is run as its
  binary, without the Python script that its package wraps around it, and without `--minify`, `--gc` or
  `--cleanDestinationDir`. `resources/` is kept between builds, except in the row that says so; this site has nothing that
  is kept there.
* **Pelican** has one category for each story, so a story of two wijken stands in the list of the first only. Its cache of content is
  off, as it is by default. It reads all and writes all, in one process.
* **Eleventy** gets lists and feeds made by its configuration, and Markdown without a template language in it, which saves it a pass. It
  reads all and writes all; its `--incremental` works within a server that stays on, and not between two builds.
* Cold means: without output and without caches, with the content in the memory of the operating system. Time is wall time of
  the whole process, start included. Ratios are those of runs that followed each other.
* An empty cell: the tool has nothing of the kind."""

GROWTH_ACCOUNT = """\
Each row compares cold builds of the two sites, small and large in turn. The same numbers with other tools show how much of the
growth is theirs."""

PREVIEW_ACCOUNT = """\
Of each tool its own server runs, on the same stories, and a writer's save is followed: from the moment that the file is written
until the page on disk holds the change, and until the server gives it. No browser is open.

* Both are asked in the same way: the file of the page is looked at every two milliseconds; once it has the change, the page is asked
  for over HTTP until it has it too.
* **Ours** brings the whole preview up to date: lists, feeds and pages that show the story as well, and everything is checked.
* **Hugo** (`hugo server --renderToMemory=false`) renders in its fast mode: the edited page and what it thinks is touched;
  *all pages* is the same server with `--disableFastRender`. It gathers changes for some time before it starts."""
