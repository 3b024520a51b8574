select document from nightly
