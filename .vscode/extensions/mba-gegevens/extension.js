// Hands the front matter of a piece to the YAML extension, as a document of its own with the same line numbers:
// what that extension proposes, explains and marks there is shown in the piece.
"use strict";

const vscode = require("vscode");

const SCHEME = "mba-gegevens";
const KINDS = { verhalen: "verhaal", wijken: "wijk", oproepen: "oproep", projecten: "project", agenda: "activiteit" };
const FENCE = /^\uFEFF?---[ \t]*$/;
const PIECES = { language: "markdown", pattern: "**/content/**/*.md" };

function kindOf(uri) {
  const parts = vscode.workspace.asRelativePath(uri, false).split("/");
  return parts[0] === "content" ? KINDS[parts[1]] || "pagina" : undefined;
}

/** The front matter without its first line of dashes, which makes room for the name of the schema. */
function frontMatter(document) {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const kind = folder && kindOf(document.uri);
  if (!kind || document.languageId !== "markdown" || !FENCE.test(document.lineAt(0).text)) return undefined;
  const lines = [];
  for (let row = 1; row < document.lineCount; row++) {
    const text = document.lineAt(row).text;
    if (FENCE.test(text)) break;
    lines.push(text);
  }
  const schema = vscode.Uri.joinPath(folder.uri, ".cache", "schemas", `${kind}.json`);
  return [`# yaml-language-server: $schema=${schema}`, ...lines, ""].join("\n");
}

function activate(context) {
  const texts = new Map();
  const changed = new vscode.EventEmitter();
  const problems = vscode.languages.createDiagnosticCollection("mba");
  const twin = (uri) => vscode.Uri.from({ scheme: SCHEME, path: `${uri.path}.yaml`, query: uri.toString() });

  /** Brings the twin of a piece up to date; nothing when the piece has no front matter. */
  async function sync(document) {
    const text = frontMatter(document);
    const uri = twin(document.uri);
    if (text === undefined) {
      problems.delete(document.uri);
      return undefined;
    }
    texts.set(uri.toString(), text);
    const copy = await vscode.workspace.openTextDocument(uri);
    if (copy.getText() !== text) {
      await new Promise((done) => {
        const seen = vscode.workspace.onDidChangeTextDocument((event) => {
          if (event.document === copy && copy.getText() === texts.get(uri.toString())) finish();
        });
        const timer = setTimeout(finish, 1000);
        function finish() {
          clearTimeout(timer);
          seen.dispose();
          done();
        }
        changed.fire(uri);
      });
    }
    return { uri, lines: text.split("\n").length - 1 };
  }

  function forward(command) {
    return async (document, position) => {
      const copy = await sync(document);
      if (!copy || position.line === 0 || position.line >= copy.lines) return undefined;
      return vscode.commands.executeCommand(command, copy.uri, position);
    };
  }

  function mirror(uri) {
    if (uri.scheme !== SCHEME) return;
    const piece = vscode.Uri.parse(uri.query);
    const found = vscode.languages.getDiagnostics(uri);
    problems.set(
      piece,
      found.map((one) => {
        const copy = new vscode.Diagnostic(one.range, one.message, one.severity);
        copy.source = "Mijn Buurt Assen";
        return copy;
      })
    );
  }

  context.subscriptions.push(
    problems,
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()),
    }),
    vscode.workspace.onDidOpenTextDocument(sync),
    vscode.workspace.onDidChangeTextDocument((event) => sync(event.document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document.languageId === "markdown") problems.delete(document.uri);
    }),
    vscode.languages.onDidChangeDiagnostics((event) => event.uris.forEach(mirror)),
    vscode.languages.registerCompletionItemProvider(
      PIECES,
      {
        provideCompletionItems: async (...args) => {
          const list = await forward("vscode.executeCompletionItemProvider")(...args);
          for (const item of (list && list.items) || []) {
            const text = (item.insertText && item.insertText.value) || item.insertText || "";
            if (/(: |\[\$1\])$/.test(text)) item.command = { command: "editor.action.triggerSuggest", title: "" };
          }
          return list;
        },
      },
      ..." [,"
    ),
    vscode.languages.registerHoverProvider(PIECES, {
      provideHover: async (...args) => ((await forward("vscode.executeHoverProvider")(...args)) || [])[0],
    })
  );
  vscode.workspace.textDocuments.forEach(sync);
}

module.exports = { activate };
