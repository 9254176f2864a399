"""Knowledge -> passages and cited answers: documents, passages, index, search, answer; one library in front of them."""
