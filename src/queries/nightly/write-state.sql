update nightly set document = $document
