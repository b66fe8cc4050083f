//! Documentation of the author's, as Markdown reads it.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::emit::docs::closed;

/// Parts of documents, alone and joined.
const LINES: &[&str] = &[
    "", "text", "  text", "    text", "# Title", "`code`", "```", "```text", "  ```", "    ```", "````",
    "~~~", "> q", "> ```", ">> ```", "> - ```", "- item", "- ```", "- - ```", "-", "1. x", "2) ~~~",
    "   ```",
];

/// Whether a text behind a documentation is a part of a block of code.
fn goes_on(doc: &str) -> bool {
    let text = format!("{doc}\n\nbehind");
    let mut is_code = false;
    for event in Parser::new(&text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(text) if text.contains("behind") => return is_code,
            _ => {}
        }
    }
    panic!("{text:?} has no end");
}

#[test]
fn no_block_of_code_goes_on_behind_documentation() {
    let mut open = 0;
    for first in LINES {
        for second in LINES {
            for third in LINES {
                let doc = [*first, second, third].join("\n");
                let (doc, after) = (doc.trim().to_owned(), closed(&doc));
                assert!(!goes_on(&after), "{doc:?} became {after:?}");
                assert_eq!(goes_on(&doc), after != doc, "{doc:?} became {after:?}");
                open += usize::from(after != doc);
            }
        }
    }
    assert!(open > 1_000, "{open}");
}
