// Reads the calendars that are named on the command line with ical.js, and prints their events as JSON.
//
//   node read.mjs path/to/ical.js a.ics b.ics
//
// A time is printed as its moment in UTC, as ical.js counts it from the VTIMEZONE of the file; a day as a day.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, ...files] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(library));

function moment(time) {
  if (!time) return null;
  if (time.isDate) return time.toString();
  if (time.zone.tzid !== "Europe/Amsterdam") throw new Error(`a time in ${time.zone.tzid}`);
  return new Date(time.toUnixTime() * 1000).toISOString();
}

function read(file) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents("vevent").map((event) => ({
    uid: event.getFirstPropertyValue("uid"),
    title: event.getFirstPropertyValue("summary"),
    description: event.getFirstPropertyValue("description"),
    place: event.getFirstPropertyValue("location"),
    address: event.getFirstPropertyValue("url"),
    begins: moment(event.getFirstPropertyValue("dtstart")),
    ends: moment(event.getFirstPropertyValue("dtend")),
    status: event.getFirstPropertyValue("status"),
    sequence: event.getFirstPropertyValue("sequence"),
    stamp: event.getFirstPropertyValue("dtstamp").toString(),
    wijken: event.getFirstProperty("categories")?.getValues() ?? [],
  }));
}

console.log(JSON.stringify(files.map(read)));
