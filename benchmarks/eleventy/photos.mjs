// Makes the variants of every photo in a folder with eleventy-img, all at once, as its users do in a build:
//     node photos.mjs FOLDER OUTPUT WIDTH,WIDTH FORMAT...
import { readdirSync } from "node:fs";
import image from "@11ty/eleventy-img";

const [folder, outputDir, widths, ...formats] = process.argv.slice(2);
const options = { widths: widths.split(",").map(Number), formats, outputDir, urlPath: "/" };
const photos = readdirSync(folder).filter((name) => name.endsWith(".jpg"));
await Promise.all(photos.map((name) => image(`${folder}/${name}`, options)));
