"""Formats of a worded report: PDF, DOCX, XLSX and page, each a function from document to bytes."""
