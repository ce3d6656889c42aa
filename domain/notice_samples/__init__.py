"""NOTICE_SAMPLES: the samples of texts that an official has had sent to his own telephone."""
