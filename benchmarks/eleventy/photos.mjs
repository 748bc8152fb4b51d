// Makes the variants of every photo in a folder with eleventy-img, all at once, as its users do in a build:
//     node photos.mjs FOLDER OUTPUT WIDTH,WIDTH FORMAT...
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const image = require("@11ty/eleventy-img");
const [folder, outputDir, widths, ...formats] = process.argv.slice(2);
const make = image.default ?? image;
const photos = readdirSync(folder).filter((name) => name.endsWith(".jpg"));
await Promise.all(photos.map((name) => make(`${folder}/${name}`, { widths: widths.split(",").map(Number), formats, outputDir, urlPath: "/" })));
